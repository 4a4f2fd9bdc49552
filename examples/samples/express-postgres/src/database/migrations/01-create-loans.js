'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface, DataTypes) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        'loans',
        {
          id: { type: DataTypes.UUID, primaryKey: true },
          lent_at: {
            type: DataTypes.DATE,
            allowNull: false,
          },
          due_on: {
            type: DataTypes.DATEONLY,
            allowNull: false,
          },
          returned_at: {
            type: DataTypes.DATE,
            allowNull: true,
          },
          fine: {
            type: DataTypes.DECIMAL(8, 2),
            allowNull: true,
            defaultValue: '0.00',
          },
          copy_id: {
            type: DataTypes.UUID,
            allowNull: false,
          },
          member_id: {
            type: DataTypes.UUID,
            allowNull: false,
          },
          created_at: { type: DataTypes.DATE, allowNull: false },
          updated_at: { type: DataTypes.DATE, allowNull: false },
        },
        { transaction },
      );
      await queryInterface.addIndex('loans', ['lent_at'], {
        name: 'loans_lent_at_idx',
        transaction,
      });
      await queryInterface.addIndex('loans', ['due_on'], {
        name: 'loans_due_on_idx',
        transaction,
      });
      await queryInterface.addIndex('loans', ['copy_id'], {
        name: 'loans_copy_id_idx',
        transaction,
      });
      await queryInterface.addIndex('loans', ['member_id'], {
        name: 'loans_member_id_idx',
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.dropTable('loans');
  },
};
