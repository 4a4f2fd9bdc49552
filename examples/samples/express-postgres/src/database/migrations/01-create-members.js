'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface, DataTypes) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        'members',
        {
          id: { type: DataTypes.UUID, primaryKey: true },
          card_number: {
            type: DataTypes.BIGINT,
            allowNull: false,
          },
          name: {
            type: DataTypes.STRING(160),
            allowNull: false,
          },
          email: {
            type: DataTypes.STRING(254),
            allowNull: false,
          },
          receives_reminders: {
            type: DataTypes.BOOLEAN,
            allowNull: true,
            defaultValue: true,
          },
          created_at: { type: DataTypes.DATE, allowNull: false },
          updated_at: { type: DataTypes.DATE, allowNull: false },
          deleted_at: { type: DataTypes.DATE },
        },
        { transaction },
      );
      await queryInterface.addIndex('members', ['card_number'], {
        name: 'members_card_number_key',
        unique: true,
        where: { deleted_at: null },
        transaction,
      });
      await queryInterface.addIndex('members', ['email'], {
        name: 'members_email_key',
        unique: true,
        where: { deleted_at: null },
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.dropTable('members');
  },
};
