'use strict';

const { Model } = require('sequelize');

/**
 * One copy in the hands of one member, now or once.
 *
 * @param {import('sequelize').Sequelize} sequelize
 * @param {typeof import('sequelize').DataTypes} DataTypes
 */
module.exports = (sequelize, DataTypes) => {
  class Loan extends Model {
    /** @param {Record<string, import('sequelize').ModelStatic<Model>>} models */
    static associate(models) {
      Loan.belongsTo(models.CopyRecord, {
        as: 'copy_',
        foreignKey: 'copy_id',
        onDelete: 'RESTRICT',
      });
      Loan.belongsTo(models.Member, {
        as: 'member',
        foreignKey: 'member_id',
        onDelete: 'RESTRICT',
      });
    }

    /** The row as answers show it. */
    toJSON() {
      const row = this.get();
      return {
        id: row.id,
        lentAt: row.lentAt,
        dueOn: row.dueOn,
        returnedAt: row.returnedAt,
        fine: row.fine,
        copy_id: row.copy_id,
        member_id: row.member_id,
        created_at: row.created_at,
        updated_at: row.updated_at,
      };
    }
  }

  Loan.init(
    {
      id: {
        type: DataTypes.UUID,
        primaryKey: true,
        defaultValue: DataTypes.UUIDV4,
      },
      // Moment of the scan at the desk.
      lentAt: {
        type: DataTypes.DATE,
        field: 'lent_at',
        allowNull: false,
      },
      // Last day without a fine.
      dueOn: {
        type: DataTypes.DATEONLY,
        field: 'due_on',
        allowNull: false,
      },
      // Empty while the loan is open.
      returnedAt: {
        type: DataTypes.DATE,
        field: 'returned_at',
        allowNull: true,
      },
      // Euro, settled or not.
      fine: {
        type: DataTypes.DECIMAL(8, 2),
        allowNull: true,
        defaultValue: '0.00',
      },
      // What was lent.
      copy_id: {
        type: DataTypes.UUID,
        allowNull: false,
      },
      // Who has it.
      member_id: {
        type: DataTypes.UUID,
        allowNull: false,
      },
    },
    {
      sequelize,
      modelName: 'Loan',
      tableName: 'loans',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      indexes: [
        {
          name: 'loans_lent_at_idx',
          fields: ['lent_at'],
        },
        {
          name: 'loans_due_on_idx',
          fields: ['due_on'],
        },
        {
          name: 'loans_copy_id_idx',
          fields: ['copy_id'],
        },
        {
          name: 'loans_member_id_idx',
          fields: ['member_id'],
        },
      ],
    },
  );

  return Loan;
};
